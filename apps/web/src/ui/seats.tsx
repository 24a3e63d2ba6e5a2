import { useLingui } from '@lingui/react/macro';

interface SeatsProps {
  readonly capacity: number;
  readonly enrolled: number;
  readonly waiting: number;
  readonly minimum?: number;
}

const MOST_DOTS = 36;

/** Seats as a picture with words: one dot a seat in a small group, a bar in a large one. A line marks the minimum. */
export function Seats({ capacity, enrolled, waiting, minimum = 0 }: SeatsProps) {
  const { t } = useLingui();
  const free = Math.max(0, capacity - enrolled);
  const words = waiting > 0 ? t`${enrolled} of ${capacity}, ${waiting} waiting` : free === 0 ? t`${enrolled} of ${capacity}, full` : t`${enrolled} of ${capacity}`;
  return (
    <span className="inline-flex flex-col gap-1.5">
      <span className="figures text-sm">{words}</span>
      {capacity <= MOST_DOTS ? <Dots capacity={capacity} enrolled={enrolled} minimum={minimum} /> : <Bar capacity={capacity} enrolled={enrolled} minimum={minimum} />}
    </span>
  );
}

type PictureProps = Pick<Required<SeatsProps>, 'capacity' | 'enrolled' | 'minimum'>;

const Dots = ({ capacity, enrolled, minimum }: PictureProps) => (
  <span className="flex max-w-44 flex-wrap gap-[3px]" aria-hidden>
    {Array.from({ length: capacity }, (_, seat) => (
      <i key={seat} className={`inline-block size-2 rounded-full border ${seat < enrolled ? 'border-action bg-action' : seat < minimum ? 'border-action' : 'border-edge'}`} />
    ))}
  </span>
);

const Bar = ({ capacity, enrolled, minimum }: PictureProps) => (
  <span className="bar relative block w-44" aria-hidden>
    <i style={{ width: `${Math.min(100, (enrolled / capacity) * 100)}%` }} />
    <span className="absolute inset-y-0 w-px bg-ink" style={{ left: `${(minimum / capacity) * 100}%` }} />
  </span>
);
