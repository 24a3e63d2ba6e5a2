export * from './model/model.js';
export * from './evaluate/lines.js';
export { evaluate, isHard, linesOf } from './evaluate/evaluate.js';
export { FormatError, type Instance } from './formats/format.js';
export { readToronto } from './formats/toronto.js';
export { readCbCtt } from './formats/cb-ctt.js';
export { readItc2007Exam } from './formats/itc2007-exam.js';
export { readItc2007Post } from './formats/itc2007-post.js';
