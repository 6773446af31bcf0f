type Place = { street: string; flat: string; district: string };

/** `Mokotów, Belwederska 3/12`: the district first, as drivers think. */
export function formatAddress({ street, flat, district }: Place): string {
  const house = flat ? `${street}/${flat}` : street;
  return [district, house].filter(Boolean).join(', ');
}
