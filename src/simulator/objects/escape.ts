const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
  '/': '&#x2F;',
};

/** How descriptions, and the names of some lists, read back. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"'/]/g, (mark) => escapes[mark] ?? mark);
