// Preloaded into a process (--import): its clock is wrong by CLOCK_SHIFT milliseconds, as on a host that nobody looks after.
const shift = Number(process.env.CLOCK_SHIFT);
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...parts) {
    super(...(parts.length === 0 ? [RealDate.now() + shift] : parts));
  }
  static now() {
    return RealDate.now() + shift;
  }
};
