import { type DynamicModule, type Type } from '@nestjs/common';
import { MODULE_METADATA } from '@nestjs/common/constants.js';

export type ModuleRef = Type | DynamicModule | { readonly forwardRef: () => Type };

/** Classes that a tree of modules declares under one kind ("providers", "controllers"), read from the decorators without starting anything. */
export function declaredIn(modules: readonly ModuleRef[], kind: 'providers' | 'controllers'): readonly Type[] {
  const found = new Set<Type>();
  const seen = new Set<unknown>();
  const walk = (reference: ModuleRef): void => {
    if (seen.has(reference)) return;
    seen.add(reference);
    if ('forwardRef' in reference) return walk(reference.forwardRef());
    for (const declared of listed(reference, MODULE_METADATA[kind === 'providers' ? 'PROVIDERS' : 'CONTROLLERS'], kind)) if (typeof declared === 'function') found.add(declared as Type);
    for (const imported of listed(reference, MODULE_METADATA.IMPORTS, 'imports')) if (isModule(imported)) walk(imported);
  };
  modules.forEach(walk);
  return [...found];
}

function listed(reference: Type | DynamicModule, key: string, name: 'providers' | 'controllers' | 'imports'): readonly unknown[] {
  const dynamic = 'module' in reference ? reference : undefined;
  const decorated = (Reflect.getMetadata(key, dynamic?.module ?? reference) as readonly unknown[] | undefined) ?? [];
  return [...decorated, ...(dynamic?.[name] ?? [])];
}

/** Dynamic modules that are still promises (GraphQL's own, for one) declare nothing of ours. */
function isModule(value: unknown): value is ModuleRef {
  return typeof value === 'function' || (typeof value === 'object' && value !== null && ('module' in value || 'forwardRef' in value));
}
