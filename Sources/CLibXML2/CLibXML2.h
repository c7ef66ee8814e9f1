// Deliberately empty. This module only tells the package manager where libxml2 is installed.
// Were it to include libxml2's own headers, every Swift module that also imports Foundation would
// fail its first clean build on Debian: those headers include the system's ICU, Foundation
// carries another one, and the two define the same types differently.
