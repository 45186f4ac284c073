/** Words by which people mean that a variable is not set. */
const off = ['', '0', 'false', 'off', 'no'];

/** Whether `SETLIST_SUSPEND` says that nothing may be written: whatever is not plainly a no, does. */
export const isSuspended = ({ SETLIST_SUSPEND: text }: Readonly<Record<string, string | undefined>>): boolean =>
  text !== undefined && !off.includes(text.toLowerCase());
