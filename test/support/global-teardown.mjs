export default async function globalTeardown() {
  // PostgreSQL stops here, for all test files.
}
