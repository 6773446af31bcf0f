/** What a manager connection is tried with. The secret is plain here and goes nowhere else. */
export type ConnectionTestSettings = {
  amiHost: string;
  amiPort: number;
  amiTls: boolean;
  amiUser: string;
  amiSecret: string;
  trunks: string[];
  /** Whose names are operators' endpoints. */
  extensionPattern: string;
  dialContext: string;
  resumeContext: string;
};

/** `problem` is a key of `pbx.problems` in messages, which `values` fill in. */
export type ConnectionTest =
  | { ok: true; facts: { version: string; endpoints: number; registered: number } }
  | { ok: false; problem: string; values?: Record<string, string> };
