/** The version of the API in full: its first part stands in the paths, all of it in every response. */
export const apiVersion = '1.0.0';
