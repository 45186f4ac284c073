/** The 32 bits of FNV-1a, over UTF-16 code units: to find texts again within a process and to seed chance, never to compare them by. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
