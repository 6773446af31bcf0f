import type { InquiryInterest } from './types.ts';

/** One's own interests before those of colleagues (S3.7, S3.8); within each as they came. */
export function mineFirst<Interest extends Pick<InquiryInterest, 'responsible'>>(
  interests: Interest[],
  userId: string,
): Interest[] {
  const isOthers = ({ responsible }: Interest) => Number(responsible?.id !== userId);
  return interests.toSorted((a, b) => isOthers(a) - isOthers(b));
}
