import { useLingui } from '@lingui/react/macro';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Button } from 'react-aria-components/Button';
import { ListBox } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { cx } from './cx';
import { FieldLabel, FieldNotes, type FieldTexts } from './field-parts';
import { IconChevronDown } from './icons';
import { SearchField } from './search-field';
import { OptionItem, type Option } from './select';

interface SelectFoundProps extends FieldTexts {
  /** What was found by the text; the first ones of many where it is empty. */
  readonly options: readonly Option[];
  /** There are more than these. */
  readonly hasMore: boolean;
  readonly value: string | null;
  /** What is chosen is called so, whether it was found or not. */
  readonly chosenName: string | undefined;
  readonly onChange: (value: string) => void;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly className?: string;
}

/** A list too long to be shown whole: what opens has a field in which to write a part of the name, and the server looks for it. */
export function SelectFound({ options, hasMore, value, chosenName, onChange, text, onText, className, ...props }: SelectFoundProps) {
  const { t } = useLingui();
  return (
    <AriaSelect
      className={cx('field', className)}
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
      onOpenChange={(open) => !open && onText('')}
      placeholder={t`Choose…`}
      isInvalid={props.error !== undefined}
      validationBehavior="aria"
    >
      <FieldLabel label={props.label} optional={props.optional} hideLabel={props.hideLabel} />
      <Button className="input select-button">
        <SelectValue className="select-value">{({ defaultChildren }) => chosenName ?? defaultChildren}</SelectValue>
        <IconChevronDown aria-hidden />
      </Button>
      <FieldNotes help={props.help} error={props.error} />
      <Popover className="popover select-found" offset={6}>
        <Autocomplete inputValue={text} onInputChange={onText}>
          <SearchField label={t`Part of the name`} autoFocus className="select-found-text" />
          <ListBox className="menu" items={options} renderEmptyState={() => <p className="menu-empty">{t`Nothing found.`}</p>}>
            {(option) => <OptionItem option={option} />}
          </ListBox>
        </Autocomplete>
        {hasMore && <p className="menu-empty">{t`There are more: write a part of the name.`}</p>}
      </Popover>
    </AriaSelect>
  );
}
