/** Who acts, and when. */
export type Actor = { userId: string; at: Date };
