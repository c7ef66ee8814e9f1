// Deliberately empty, as CLibXML2.h is: this module only tells the package manager where
// libxlsxwriter is.
