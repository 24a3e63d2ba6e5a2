import { useLingui } from '@lingui/react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';

export interface TabItem<Id extends string = string> {
  readonly id: Id;
  readonly name: ReactNode;
  readonly count?: number;
  readonly content?: ReactNode;
  readonly disabled?: boolean;
}

interface TabsProps<Id extends string> {
  readonly label: string;
  readonly items: readonly TabItem<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
}

/** Tabs whose choice is kept by the caller, who keeps it in the address. */
export function Tabs<Id extends string>({ label, items, selected, onSelect }: TabsProps<Id>) {
  const select = (key: string | number): void => {
    const item = items.find((candidate) => candidate.id === key);
    if (item) onSelect(item.id);
  };
  const list = useRef<HTMLDivElement>(null);
  const { locale } = useLingui().i18n;
  // On the phone the list scrolls: what is chosen must not lie outside of it, however long the words of a language are.
  useEffect(() => {
    // The kit puts the tabs in with a second render of its own.
    const frame = requestAnimationFrame(() => list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'center' }));
    return () => cancelAnimationFrame(frame);
  }, [selected, locale]);
  return (
    <AriaTabs selectedKey={selected} onSelectionChange={select}>
      <TabList ref={list} aria-label={label} className="tabs">
        {items.map((item) => (
          <Tab key={item.id} id={item.id} className="tab" isDisabled={item.disabled}>
            {item.name}
            {item.count !== undefined && <span className="tab-count">{item.count}</span>}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id} className="pt-5 outline-offset-4">
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
