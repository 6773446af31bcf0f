export type Message = { id: number; text: string; isError: boolean; action?: { label: string; onClick: () => void } };

// What is said before the toaster has come waits for it.
let waiting: Message[] = [];
let count = 0;
let show = (message: Message): void => void waiting.push(message);
let hide = (id: number): void => {
  waiting = waiting.filter((message) => message.id !== id);
};

/** Answers how to take it back, for an action that stops making sense. */
export function showMessage(text: string, action?: Message['action']): () => void {
  return say({ text, isError: false, action });
}

export function showError(text: string, action?: Message['action']): void {
  say({ text, isError: true, action });
}

/** The toaster takes over: first what waited, then everything as it is said. */
export function takeMessages(shown: (message: Message) => void, hidden: (id: number) => void): void {
  show = shown;
  hide = hidden;
  waiting.splice(0).forEach(shown);
}

function say(message: Omit<Message, 'id'>): () => void {
  count += 1;
  const id = count;
  show({ ...message, id });
  return () => hide(id);
}
