import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ALLOW, type AccessRule } from '../graphql/access/allow.js';
import { declaredIn, type ModuleRef } from '../graphql/modules-of.js';

export interface RestRoute {
  readonly method: string;
  readonly path: string;
  /** Undefined for a route that nobody opened: the guard refuses it. */
  readonly rules?: readonly AccessRule[];
}

/** The routes of all controllers, read from their decorators. */
export function restRoutes(...modules: readonly ModuleRef[]): readonly RestRoute[] {
  return declaredIn(modules, 'controllers')
    .flatMap(routesOf)
    .sort((a, b) => (`${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1));
}

function routesOf(controller: Type): readonly RestRoute[] {
  const prototype = controller.prototype as Record<string, unknown>;
  const bases = [Reflect.getMetadata(PATH_METADATA, controller) as string | string[]].flat();
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    if (typeof handler !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
    const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
    const rules = Reflect.getMetadata(ALLOW, handler) as readonly AccessRule[] | undefined;
    const paths = [Reflect.getMetadata(PATH_METADATA, handler) as string | string[]].flat();
    return bases.flatMap((base) => paths.map((path) => ({ method, path: `/${base}/${path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1'), rules })));
  });
}
