import { RouterProvider } from '@tanstack/react-router';
import { Toasts } from '~/ui/toasts';
import { Providers } from './providers';
import { router } from './router';

export function App() {
  return (
    <Providers>
      <RouterProvider router={router} />
      <Toasts />
    </Providers>
  );
}
