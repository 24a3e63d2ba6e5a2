import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { type Call } from '../http/call.js';

const callOf = (context: ExecutionContext): Call => GqlExecutionContext.create(context).getContext<Call>();

/** The actor of the request, as a parameter of a resolver method. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) => callOf(context).actor);

/** The whole call, for the few resolvers that set a cookie, load in batches or need the request's facts. */
export const CurrentCall = createParamDecorator((_: unknown, context: ExecutionContext) => callOf(context));
