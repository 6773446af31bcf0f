import { withValues } from '../customer-fields/value.ts';
import { MAX_CUSTOMER_CHARACTERS } from './limits.ts';
import { type Choice, type Choices, MERGED_FIELDS, type MergedField, type MergeValues } from './merge-types.ts';

const SEVERITY = { problem: 2, vip: 1, regular: 0 } as const;

/** The fields in which two records say different things: of each a person chooses one. */
export function differingFields(kept: MergeValues, other: MergeValues): string[] {
  const plain = MERGED_FIELDS.filter((field) => kept[field] !== other[field]);
  const ids = [...new Set([...Object.keys(kept.extra), ...Object.keys(other.extra)])];
  const own = ids.filter((id) => (kept.extra[id] ?? null) !== (other.extra[id] ?? null));
  return [...plain, ...own.map((id) => `extra.${id}`)];
}

/** What is proposed: what the kept record says, where it says anything; no warning is lost. */
export function proposedChoices(kept: MergeValues, other: MergeValues): Choices {
  return Object.fromEntries(differingFields(kept, other).map((field) => [field, proposed(field, kept, other)]));
}

function proposed(field: string, kept: MergeValues, other: MergeValues): Choice {
  if (field === 'class') return SEVERITY[other.class] > SEVERITY[kept.class] ? 'other' : 'kept';
  if (field === 'note' && canBeBoth(kept, other)) return 'both';
  return isNothing(valueAt(field, kept)) ? 'other' : 'kept';
}

/** Two notes that fit into one. */
export function canBeBoth(kept: MergeValues, other: MergeValues): boolean {
  if (kept.note === '' || other.note === '' || kept.note === other.note) return false;
  return bothNotes(kept, other).length <= MAX_CUSTOMER_CHARACTERS.note;
}

export function valueAt(field: string, values: MergeValues): string | number | boolean | null {
  const own = /^extra\.(.+)$/.exec(field)?.[1];
  if (own !== undefined) return values.extra[own] ?? null;
  const plain = MERGED_FIELDS.find((each) => each === field);
  return plain ? values[plain] : null;
}

function isNothing(value: string | number | boolean | null): boolean {
  return value === null || value === '';
}

/** The record that two become. What nobody chose stays as the kept one has it. */
export function mergeValues(kept: MergeValues, other: MergeValues, choices: Choices): MergeValues {
  const takes = (field: MergedField) => choices[field] === 'other';
  const extra = Object.fromEntries(
    Object.keys({ ...kept.extra, ...other.extra })
      .filter((id) => choices[`extra.${id}`] === 'other')
      .map((id) => [id, other.extra[id] ?? null]),
  );
  return {
    name: takes('name') ? other.name : kept.name,
    company: takes('company') ? other.company : kept.company,
    class: takes('class') ? other.class : kept.class,
    note: choices.note === 'both' && canBeBoth(kept, other) ? bothNotes(kept, other) : takes('note') ? other.note : kept.note,
    birthday: takes('birthday') ? other.birthday : kept.birthday,
    source: takes('source') ? other.source : kept.source,
    city: takes('city') ? other.city : kept.city,
    country: takes('country') ? other.country : kept.country,
    photo: takes('photo') ? other.photo : kept.photo,
    managerId: takes('managerId') ? other.managerId : kept.managerId,
    extra: withValues(kept.extra, extra),
  };
}

function bothNotes(kept: MergeValues, other: MergeValues): string {
  return `${kept.note}\n${other.note}`;
}
