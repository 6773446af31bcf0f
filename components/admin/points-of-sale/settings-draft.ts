import type { PointOfSaleSettings } from '@/lib/points-of-sale/schema';
import { type HoursDraft, toHours, toDraft as toHoursDraft } from '../hours-draft';

/** The settings as they stand in the form: numbers as they are typed. */
export type SettingsDraft = Omit<PointOfSaleSettings, 'capacity' | 'pickUpMinutes' | 'openingHours'> & {
  capacity: string;
  pickUpMinutes: string;
  openingHours: HoursDraft;
};

export const newSettings: SettingsDraft = {
  name: '',
  address: '',
  phone: '',
  capacity: '12',
  pickUpMinutes: '15',
  allowsAnonymousPickUp: true,
  showsLoad: true,
  openingHours: toHoursDraft({}),
};

export function toDraft(settings: PointOfSaleSettings): SettingsDraft {
  const { name, address, phone, capacity, pickUpMinutes, allowsAnonymousPickUp, showsLoad, openingHours } = settings;
  return {
    name,
    address,
    phone,
    capacity: String(capacity),
    pickUpMinutes: String(pickUpMinutes),
    allowsAnonymousPickUp,
    showsLoad,
    openingHours: toHoursDraft(openingHours),
  };
}

/** As it is sent; what is no number is for the server to refuse, with its sentence at the field. */
export function toSettings(draft: SettingsDraft) {
  return {
    ...draft,
    capacity: numberOf(draft.capacity),
    pickUpMinutes: numberOf(draft.pickUpMinutes),
    openingHours: toHours(draft.openingHours),
  };
}

export function changesOf(saved: SettingsDraft, draft: SettingsDraft): Record<string, unknown> {
  const before = new Map(Object.entries(toSettings(saved)));
  const changed = Object.entries(toSettings(draft)).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before.get(field)),
  );
  return Object.fromEntries(changed);
}

function numberOf(typed: string): number | string {
  return /^\s*\d+\s*$/.test(typed) ? Number(typed) : typed;
}
