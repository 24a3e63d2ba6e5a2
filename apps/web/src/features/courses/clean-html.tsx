import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';

/** HTML that the server has cleaned: nothing in it runs, and the page's policy lets nothing run. Code gets a button that copies it. */
export function CleanHtml({ html }: { readonly html: string }) {
  const { t } = useLingui();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const [copy, copied] = [t`Copy`, t`Copied`];
    const made = [...(place.current?.querySelectorAll('pre') ?? [])].map((block) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'copy-code';
      button.textContent = copy;
      button.onclick = () => void navigator.clipboard.writeText(block.querySelector('code')?.textContent ?? '').then(() => (button.textContent = copied));
      block.tabIndex = 0;
      block.append(button);
      return button;
    });
    return () => made.forEach((button) => button.remove());
  }, [html, t]);
  return <div ref={place} className="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}
