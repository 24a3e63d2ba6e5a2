/** The springboard and its rising arc. */
export function Logo({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden className="flex-none">
      <rect width="32" height="32" rx="9" fill="var(--action)" />
      <path d="M6 24.4h11.5" stroke="var(--on-action)" strokeWidth="2.8" strokeLinecap="round" />
      <path d="M12.6 20.2c5-1.2 8.6-4.6 10.4-9.4" stroke="var(--on-action)" strokeWidth="2.2" strokeLinecap="round" />
      <circle cx="24.3" cy="7.6" r="2.8" fill="var(--next)" />
    </svg>
  );
}
