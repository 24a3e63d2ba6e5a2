export default async function teardown() {
  await globalThis.testCluster?.remove();
  globalThis.testCluster = undefined;
}
