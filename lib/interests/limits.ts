export const MAX_INTEREST_CHARACTERS = {
  subject: 200,
  whatToDo: 2_000,
  description: 10_000,
  name: 200,
  company: 200,
  reason: 500,
} as const;
export const MAX_TASK_CHARACTERS = 300;
