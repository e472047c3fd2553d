#!/usr/bin/env node
// The front door of every npm script. Runs on Node 20 with nothing installed:
// it may import only Node itself and the files beside it in launch/.
import { main } from './launch/main.mjs'

process.exitCode = await main(process.argv.slice(2))
