const words = {
  code: [
    'Spotify has your answer',
    'Go back to the terminal: it says whether the sign-in is complete. You can close this page.',
  ],
  over: ['Not signed in', 'Go back to the terminal: it says what to do. You can close this page.'],
  other: ['This belongs to another sign-in', 'Answer in the page that the terminal named last.'],
  nothing: ['There is nothing here', 'Open the address that the terminal names.'],
} as const;

/** What the browser shows once it was sent back. It repeats nothing of the address, which anybody could have written. */
export function page(kind: keyof typeof words): string {
  const [title, text] = words[kind];
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - Setlist</title>
<style>body{font:1.125rem/1.5 system-ui,sans-serif;max-width:34rem;margin:20vh auto;padding:0 1rem;color-scheme:light dark}</style>
<main><h1>${title}</h1><p>${text}</p></main>
</html>
`;
}
