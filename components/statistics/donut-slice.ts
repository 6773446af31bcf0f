/** What a slice says of itself, where it leads, and which of the chart's colours it has. */
export type DonutSlice = { label: string; href: string; colour: string; rows: number };

export const DONUT_PX = 128;
