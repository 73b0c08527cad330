export default async function globalSetup() {
  // PostgreSQL starts here (see start-postgres.mjs) once for all test files.
}
