import { type Places, renderMarkdown } from './render-markdown.js';

const places: Places = {
  image: (target) => (target === 'images/a.png' ? { src: '/files/course-images/1', width: 20, height: 10 } : undefined),
  link: (target) => (target.startsWith('../2-second') ? '/lessons/2' : undefined),
};
const render = async (markdown: string, title = 'Title'): Promise<string> => (await renderMarkdown(markdown, title, places)).html;

describe('a lesson as HTML', () => {
  it.each([
    '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '[a](javascript:alert(1))', '[a](JaVaScRiPt:alert(1))', '<a href="data:text/html,<script>alert(1)</script>">a</a>',
    '<svg><script>alert(1)</script></svg>', '<iframe src="https://example.org"></iframe>', '<form action="/x"><input name=q></form>', '<style>*{display:none}</style>',
    '<p style="position:fixed" onclick="alert(1)" id="root">a</p>', '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>', '![a](x "\\" onerror=alert(1)")', '<object data="x"></object>', '<base href="//evil.example">',
    '<details ontoggle=alert(1) open><summary>a</summary></details>', '[a]: javascript:alert(1)\n\n[a]', '<a href="&#106;avascript:alert(1)">a</a>', '<meta http-equiv="refresh" content="0;url=//evil.example">',
  ])('cases 33 and 34: leaves nothing of %j that could run, or reach cookies, page or API', async (markdown) => {
    const html = await render(markdown);
    expect(html).not.toMatch(/<(script|iframe|object|embed|form|style|base|meta|svg|math|link)\b|\son\w+=|javascript:|data:|style=|id="root"/i);
  });

  it('shows images of the course with their size, names missing ones, and asks no other site for a picture', async () => {
    expect(await render('![A](images/a.png)')).toBe('<p><img src="/files/course-images/1" alt="A" loading="lazy" decoding="async" width="20" height="10"></p>');
    expect(await render('![B](images/b.png)')).toBe('<p><span class="image-missing">B</span></p>');
    expect(await render('![C](https://example.org/c.png)')).toBe('<p><a href="https://example.org/c.png" rel="noopener noreferrer">C</a></p>');
  });

  it('leads from lesson to lesson, out into the web, and nowhere else', async () => {
    expect(await render('[a](../2-second/README.md) [b](https://example.org) [c](gone.md)')).toBe(
      '<p><a href="/lessons/2">a</a> <a href="https://example.org" rel="noopener noreferrer">b</a> <span class="link-missing">c</span></p>',
    );
  });

  it('numbers headings, so that a place is the same in every language, and follows links to headings by their words', async () => {
    const { html, toc } = await renderMarkdown('# Title\n\n## First part\n\n[go](#second-part)\n\n### Second part', 'Title', places);
    expect(toc).toEqual([{ id: 's-1', depth: 2, text: 'First part' }, { id: 's-2', depth: 3, text: 'Second part' }]);
    expect(html).toBe('\n<h2 id="s-1">First part</h2>\n<p><a href="#s-2">go</a></p>\n<h3 id="s-2">Second part</h3>');
  });

  it('keeps tables, tasks and the language of code', async () => {
    const html = await render('| a |\n|---|\n| b |\n\n- [x] done\n\n```js\nlet a = 1 < 2;\n```');
    expect(html).toContain('<div class="table-scroll" tabindex="0"><table>');
    expect(html).toContain('<input type="checkbox" checked disabled>');
    expect(html).toContain('<code class="language-js">let a = 1 &#x3C; 2;');
  });
});
