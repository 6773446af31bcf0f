export type Message = { text: string; isError: boolean; action?: { label: string; onClick: () => void } };

// What is said before the toaster has come waits for it.
const waiting: Message[] = [];
let show = (message: Message): void => void waiting.push(message);

export function showMessage(text: string, action?: Message['action']): void {
  show({ text, isError: false, action });
}

export function showError(text: string, action?: Message['action']): void {
  show({ text, isError: true, action });
}

/** The toaster takes over: first what waited, then everything as it is said. */
export function takeMessages(shown: (message: Message) => void): void {
  show = shown;
  waiting.splice(0).forEach(shown);
}
