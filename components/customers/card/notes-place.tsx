/** Where the notes about the customer stand in the overview. */
export function NotesPlace(_: { customerId: string; isEditable: boolean }) {
  return null;
}
