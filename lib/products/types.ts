export type ProductFound = { id: string; code: string; name: string; category: string; priceMinor: number; isAvailable: boolean };
