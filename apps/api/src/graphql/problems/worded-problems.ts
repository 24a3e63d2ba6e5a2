import { type Fault, type Problem } from '@app/platform';
import { GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { type Call } from '../../http/call.js';
import { wordFault } from './faults.js';
import { wordProblem } from './problem-type.js';

/** Gives `message` of every refusal and of every fault its sentence in the language of the call. */
export function wordProblems(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(type instanceof GraphQLObjectType)) continue;
    const { message } = type.getFields();
    if (!message) continue;
    if (type.name === 'InputFault') message.resolve = (fault: Fault, _args, call: Call) => wordFault(fault, call.language);
    else if (type.getInterfaces().some((parent) => parent.name === 'Problem')) {
      message.resolve = (problem: Problem, _args, call: Call) => wordProblem(problem, call.language);
    }
  }
  return schema;
}
