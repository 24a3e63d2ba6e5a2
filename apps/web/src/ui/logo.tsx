/** The springboard and its rising arc. */
export function Logo({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden className="flex-none">
      <rect width="32" height="32" rx="9" fill="var(--action)" />
      <path d="M6.5 24.5H16M8.5 24.5C16 24 21.2 18.6 23.4 10.4" stroke="var(--on-action)" strokeWidth="2.7" strokeLinecap="round" />
      <circle cx="24.2" cy="7.8" r="2.7" fill="var(--next)" />
    </svg>
  );
}
