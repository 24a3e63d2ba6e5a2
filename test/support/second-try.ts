// A machine that is out of breath for a moment is not a defect; what fails twice is one. The run names what needed the second try.
jest.retryTimes(1, { logErrorsBeforeRetry: true });
