/** Where a stored file is served; as an attachment (S2.35b). */
export function filePath(fileId: string): string {
  return `/api/files/${fileId}`;
}

/** Where a customer's photo is shown from. A new photo is a new file, so that a browser may keep what it has (S1.13). */
export function photoPath(photoId: string): string {
  return `/api/photos/${photoId}`;
}
