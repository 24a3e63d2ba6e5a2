export default function setup(globalConfig: unknown, projectConfig: unknown, options?: { durable?: boolean }): Promise<void>;
