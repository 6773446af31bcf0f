/**
 * What is left of a picture once nothing says where and by whom it was taken: its own bytes in order, as parts of the file it
 * was, with a new word on how the camera was held where there was one.
 */
export type Picture = {
  mediaType: 'image/jpeg' | 'image/png' | 'image/webp';
  width: number;
  height: number;
  parts: Uint8Array[];
};
