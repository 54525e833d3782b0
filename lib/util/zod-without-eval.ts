import * as z from 'zod/v4';

// The build puts this file in place of `zod`: a schema asks at its making whether it may compile its
// parser, by an `eval` that the extension's policy refuses and reports, so no schema may come before.
z.config({ jitless: true });

export { z };
