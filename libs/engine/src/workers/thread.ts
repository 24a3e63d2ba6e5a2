import { parentPort, workerData } from 'node:worker_threads';
import { compile } from '../compile/compile.js';
import { Lane } from './lane.js';
import { type Answer, type Birth, type Order } from './thread-team.js';

// A search thread: one lane that does what the main thread orders.
const { model, seed, stream, from, plan } = workerData as Birth;
const lane = new Lane(compile(model), seed, stream, from);
const mine = new Int32Array(plan);
const answer = (message: Answer): void => parentPort!.postMessage(message);

function publish(): void {
  mine.set(lane.bestStart);
  mine.set(lane.bestChoice, model.activities.length);
  answer({ kind: 'done', standing: { faults: lane.bestFaults, soft: lane.bestSoft, iterations: lane.iterations } });
}

parentPort!.on('message', (order: Order) => {
  if (order.kind === 'step') lane.run(order.progress);
  else {
    const other = new Int32Array(order.from);
    lane.adopt(other.subarray(0, model.activities.length), other.subarray(model.activities.length));
  }
  publish();
});
answer({ kind: 'ready', period: lane.period });
