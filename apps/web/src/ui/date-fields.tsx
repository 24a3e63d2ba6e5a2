import { type CalendarDate, parseDate, parseTime } from '@internationalized/date';
import { useLingui } from '@lingui/react/macro';
import { Button } from 'react-aria-components/Button';
import { Calendar, CalendarCell, CalendarGrid, CalendarGridBody, CalendarGridHeader, CalendarHeaderCell, CalendarHeading } from 'react-aria-components/Calendar';
import { DateInput, DateSegment } from 'react-aria-components/DateField';
import { DatePicker } from 'react-aria-components/DatePicker';
import { Dialog } from 'react-aria-components/Dialog';
import { Group } from 'react-aria-components/Group';
import { Popover } from 'react-aria-components/Popover';
import { TimeField as AriaTimeField } from 'react-aria-components/TimeField';
import { cx } from './cx';
import { FieldLabel, FieldNotes, type FieldTexts } from './field-parts';
import { IconCalendar, IconChevronLeft, IconChevronRight } from './icons';

export interface DateFieldProps extends FieldTexts {
  /** "2026-11-23", or "" while nothing is chosen. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly min?: string;
  readonly max?: string;
  readonly isDisabled?: boolean;
  readonly className?: string;
}

const dateOf = (text: string | undefined): CalendarDate | null => (text ? parseDate(text) : null);

export function DateField({ value, onChange, min, max, isDisabled, className, ...texts }: DateFieldProps) {
  return (
    <DatePicker
      className={cx('field', className)}
      value={dateOf(value)}
      onChange={(date) => onChange(date?.toString() ?? '')}
      minValue={dateOf(min)}
      maxValue={dateOf(max)}
      isDisabled={isDisabled}
      isInvalid={texts.error !== undefined}
      validationBehavior="aria"
      shouldForceLeadingZeros
    >
      <FieldLabel label={texts.label} optional={texts.optional} hideLabel={texts.hideLabel} />
      <Group className="input-frame">
        <DateInput className="date-segments">{(segment) => <DateSegment segment={segment} className="date-segment" />}</DateInput>
        <Button className="icon-button">
          <IconCalendar aria-hidden />
        </Button>
      </Group>
      <FieldNotes help={texts.help} error={texts.error} />
      <Popover className="popover" offset={6} placement="bottom end">
        <Dialog className="dialog">
          <MonthCalendar />
        </Dialog>
      </Popover>
    </DatePicker>
  );
}

function MonthCalendar() {
  return (
    <Calendar className="calendar">
      <header className="calendar-head">
        <Button slot="previous" className="icon-button" data-size="small">
          <IconChevronLeft aria-hidden />
        </Button>
        <CalendarHeading />
        <Button slot="next" className="icon-button" data-size="small">
          <IconChevronRight aria-hidden />
        </Button>
      </header>
      <CalendarGrid className="calendar-grid" weekdayStyle="short">
        <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
        <CalendarGridBody>{(date) => <CalendarCell date={date} className="calendar-cell" />}</CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}

export interface TimeFieldProps extends FieldTexts {
  /** "09:00", or "" while nothing is entered. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isDisabled?: boolean;
  readonly className?: string;
}

export function TimeField({ value, onChange, isDisabled, className, ...texts }: TimeFieldProps) {
  const { i18n } = useLingui();
  return (
    <AriaTimeField
      className={cx('field', className)}
      value={value ? parseTime(value) : null}
      onChange={(time) => onChange(time ? time.toString().slice(0, 5) : '')}
      hourCycle={24}
      shouldForceLeadingZeros
      isDisabled={isDisabled}
      isInvalid={texts.error !== undefined}
      validationBehavior="aria"
      key={i18n.locale}
    >
      <FieldLabel label={texts.label} optional={texts.optional} hideLabel={texts.hideLabel} />
      <div className="input-frame" data-invalid={texts.error !== undefined || undefined}>
        <DateInput className="date-segments">{(segment) => <DateSegment segment={segment} className="date-segment" />}</DateInput>
      </div>
      <FieldNotes help={texts.help} error={texts.error} />
    </AriaTimeField>
  );
}
