import { FileRefused, type Language, type Problem } from '@app/platform';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { wordProblem } from '../graphql/problems/problem-type.js';
import { failureBody } from '../http/failures.js';

const STATUS: Readonly<Record<string, number>> = { NOT_FOUND: 404, NOT_ALLOWED: 403 };

/** A refusal of a file in words. */
export async function refuseFile(req: FastifyRequest, reply: FastifyReply, { problem, language }: { readonly problem: Problem; readonly language: Language }): Promise<void> {
  const reason = problem instanceof FileRefused ? { reason: problem.reason } : {};
  await reply.code(STATUS[problem.code] ?? 422).send({ ...failureBody(req, { code: problem.code, message: wordProblem(problem, language) }), ...reason });
}
