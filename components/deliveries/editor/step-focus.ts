import type { DeliveryPart } from '@/lib/deliveries/parts';

const FIELD = 'input:not([type="radio"], [type="checkbox"], [readonly], :disabled)';
// A list is a step of its own only at the checkout: the earlier addresses are an offer beside the way.
const FIELDS = `[data-step] ${FIELD}, [data-step="checkout"] select:not(:disabled)`;
const SEND = '[data-send] button:last-of-type';

/** Goes to the first field of a step, or to whatever can be pressed there. */
export function focusStep(root: HTMLElement, part: DeliveryPart): void {
  const steps = [...root.querySelectorAll<HTMLElement>(`[data-step="${part}"]`)];
  const first = (selector: string) => steps.flatMap((step) => [...step.querySelectorAll<HTMLElement>(selector)]).find(isShown);
  const field = first(FIELD) ?? first('input:checked, select, button, textarea');
  field?.focus();
  field?.scrollIntoView({ block: 'nearest' });
}

/** Enter in a one-line field: on to the next, in the end to the button that sends. Lines of the order lead back to the search. */
export function focusNext(root: HTMLElement, from: HTMLElement): boolean {
  const all = [...root.querySelectorAll<HTMLElement>(FIELDS)].filter(
    (field) => isShown(field) && (!isOfLine(field) || field === from),
  );
  const position = all.indexOf(from);
  if (position < 0) return false;

  const next = isOfLine(from)
    ? root.querySelector<HTMLElement>('[data-step="order"] [role="combobox"]')
    : (all[position + 1] ?? root.querySelector<HTMLElement>(SEND));
  next?.focus();
  if (next instanceof HTMLInputElement) next.select();
  return next !== null;
}

/** Whether Enter may lead away: a search with something in it has an answer to give first. */
export function isDone(field: HTMLElement): boolean {
  if (field.getAttribute('role') !== 'combobox') return true;
  return field instanceof HTMLInputElement && field.value.trim() === '';
}

function isOfLine(field: HTMLElement): boolean {
  return field.closest('[data-step="order"] li') !== null;
}

function isShown(element: HTMLElement): boolean {
  return element.checkVisibility();
}

/** Where on the card an element is. */
export function partOf(target: EventTarget | null): DeliveryPart | null {
  const step = target instanceof Element ? target.closest<HTMLElement>('[data-step]')?.dataset.step : undefined;
  return step === 'client' || step === 'address' || step === 'order' || step === 'checkout' ? step : null;
}
