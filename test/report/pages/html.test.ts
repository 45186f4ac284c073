import fc from 'fast-check';
import { expect, test } from 'vitest';
import { html, url } from '../../../src/report/pages/html.ts';

test('a value is text, in attributes too', () => {
  const name = `"><script>alert('1')</script>&amp;\``;
  expect(html`<p title="${name}">${name}</p>`.text).toBe(
    '<p title="&#34;&#62;&#60;script&#62;alert(&#39;1&#39;)&#60;/script&#62;&#38;amp;&#96;">&#34;&#62;&#60;script&#62;alert(&#39;1&#39;)&#60;/script&#62;&#38;amp;&#96;</p>',
  );
});

test('markup inside markup stays markup, lists are joined, nothing is nothing', () => {
  expect(html`<ul>${[1, 2].map((one) => html`<li>${one}</li>`)}${null}</ul>`.text).toBe(
    '<ul><li>1</li><li>2</li></ul>',
  );
});

test('whatever a name holds, it opens no tag and leaves no attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const { text } = html`${name}`;
      expect(text).not.toMatch(/[<>"'`]/);
      expect(text.replaceAll(/&#\d+;/g, '')).not.toContain('&');
      expect(text).not.toMatch(/[^\P{Control}\n\t]|\p{Surrogate}|[\u202A-\u202E\u2066-\u2069]/u);
    }),
  );
});

test.each(['https://open.spotify.com/playlist/x', '../../index.html', 'p/a/index.html#x', '#changes', '?q=a'])(
  '%s may be linked to',
  (address) => {
    expect(url(address)).toBe(address);
  },
);

test.each([
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'JavaScript:alert(1)',
  'data:text/html,x',
  'http://a.example',
  '//a.example',
  '/\\a.example',
  '\\\\a.example',
  'a//b',
  '/p',
  '',
])('%j leads nowhere', (address) => {
  expect(url(address)).toBe('#');
});
