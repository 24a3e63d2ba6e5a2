import { useLingui } from '@lingui/react/macro';
import { Input } from 'react-aria-components/Input';
import { SearchField as AriaSearchField, type SearchFieldProps as AriaSearchFieldProps } from 'react-aria-components/SearchField';
import { IconButton } from './button';
import { cx } from './cx';
import { IconClose, IconSearch } from './icons';

export interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'children' | 'className' | 'style'> {
  readonly label: string;
  readonly placeholder?: string;
  readonly className?: string;
}

export function SearchField({ label, placeholder, className, ...props }: SearchFieldProps) {
  const { t } = useLingui();
  return (
    <AriaSearchField {...props} aria-label={label} className={cx('field', className)}>
      {({ isEmpty }) => (
        <div className="input-frame">
          <IconSearch aria-hidden />
          <Input className="input-inner" placeholder={placeholder ?? label} />
          {!isEmpty && (
            <IconButton label={t`Clear`}>
              <IconClose />
            </IconButton>
          )}
        </div>
      )}
    </AriaSearchField>
  );
}
