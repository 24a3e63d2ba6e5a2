import { type ReactNode } from 'react';
import { IconCloudOff } from './icons';

/** What is shown was kept on this device: since when. */
export const CopyNote = ({ children }: { readonly children: ReactNode }) => (
  <p className="text-muted flex items-center gap-2 text-sm" role="status">
    <IconCloudOff className="size-4" aria-hidden />
    {children}
  </p>
);
