import { isActionResult } from '../action-result.ts';

/** What a page of ours reads at one of our doors (`answerRead`); null where it is refused, or nothing of ours answers. */
export async function readAnswer<Data>(address: string, signal?: AbortSignal): Promise<Data | null> {
  try {
    const answer: unknown = await (await fetch(address, { signal })).json();
    return isActionResult<Data>(answer) && answer.ok ? answer.data : null;
  } catch {
    return null;
  }
}
